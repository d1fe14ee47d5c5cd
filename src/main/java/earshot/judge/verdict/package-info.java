/** What people say of the judge's work: right, or wrong with the right labels. */
@NullMarked
package earshot.judge.verdict;

import org.jspecify.annotations.NullMarked;
