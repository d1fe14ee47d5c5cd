/** How a mention is judged: relevance, targets, labels, severity, and the words that decided. */
@NullMarked
package earshot.judge;

import org.jspecify.annotations.NullMarked;
