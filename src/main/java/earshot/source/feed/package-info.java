/** RSS, Atom, RDF and JSON feeds. */
@NullMarked
package earshot.source.feed;

import org.jspecify.annotations.NullMarked;
