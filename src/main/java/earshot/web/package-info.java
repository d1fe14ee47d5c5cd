/** One file a page action; the JSON API. */
@NullMarked
package earshot.web;

import org.jspecify.annotations.NullMarked;
