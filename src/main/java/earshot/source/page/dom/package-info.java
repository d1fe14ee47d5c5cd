/** Bytes to a document, and the plain facts that a document states about itself. */
@NullMarked
package earshot.source.page.dom;

import org.jspecify.annotations.NullMarked;
