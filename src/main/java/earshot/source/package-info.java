/** Sources, what a poll brings home, and the guarded fetcher; one folder for each platform. */
@NullMarked
package earshot.source;

import org.jspecify.annotations.NullMarked;
