/**
 * Linear models: a number for each trait and each question, learnt once, read fast; and the mixture
 * that joins their sums, a small net's and the encoder's into probabilities.
 */
@NullMarked
package earshot.judge.weigh;

import org.jspecify.annotations.NullMarked;
