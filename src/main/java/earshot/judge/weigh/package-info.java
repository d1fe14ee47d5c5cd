/** Linear models: a number for each trait and each question, learnt once, read fast. */
@NullMarked
package earshot.judge.weigh;

import org.jspecify.annotations.NullMarked;
