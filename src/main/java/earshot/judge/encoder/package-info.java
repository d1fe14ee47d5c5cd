/** The careful reader: a small transformer that reads a post's words in their order. */
@NullMarked
package earshot.judge.encoder;

import org.jspecify.annotations.NullMarked;
