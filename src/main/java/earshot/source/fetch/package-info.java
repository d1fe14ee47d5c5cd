/** The guarded fetcher: one polite, bounded and vetted request at a time. */
@NullMarked
package earshot.source.fetch;

import org.jspecify.annotations.NullMarked;
