/** A feed's XML as small trees, one entry at a time, whatever state it is in. */
@NullMarked
package earshot.source.feed.xml;

import org.jspecify.annotations.NullMarked;
