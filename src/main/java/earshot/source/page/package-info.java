/** Web pages and sites: articles, threads and listings. */
@NullMarked
package earshot.source.page;

import org.jspecify.annotations.NullMarked;
