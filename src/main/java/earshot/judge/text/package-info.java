/**
 * Reads a post's words as a person would: disguises undone, each word with its place in the text.
 */
@NullMarked
package earshot.judge.text;

import org.jspecify.annotations.NullMarked;
