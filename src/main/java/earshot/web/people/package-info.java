/** The people who may come in: their accounts, one-time links and tokens, and the audit of them. */
@NullMarked
package earshot.web.people;

import org.jspecify.annotations.NullMarked;
