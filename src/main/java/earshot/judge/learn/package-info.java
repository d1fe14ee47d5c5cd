/**
 * What a school's verdicts teach: a small correction on top of the shipped judge, tried before it
 * is applied, and undone by going back to the one before.
 */
@NullMarked
package earshot.judge.learn;

import org.jspecify.annotations.NullMarked;
