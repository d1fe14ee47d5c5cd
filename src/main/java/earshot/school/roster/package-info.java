/** The pupil roster: who is on the roll, kept as keyed hashes only. */
@NullMarked
package earshot.school.roster;

import org.jspecify.annotations.NullMarked;
