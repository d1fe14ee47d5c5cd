/** The one query language, as a small tree: a keyword rule and a search are the same thing. */
@NullMarked
package earshot.query;

import org.jspecify.annotations.NullMarked;
