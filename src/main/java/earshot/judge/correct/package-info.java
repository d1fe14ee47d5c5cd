/**
 * What a school's verdicts taught, on top of what the shipped judge says: small, safe, in force.
 */
@NullMarked
package earshot.judge.correct;

import org.jspecify.annotations.NullMarked;
