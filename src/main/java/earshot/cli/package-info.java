/** One file a command, and the table of contents of the whole house. */
@NullMarked
package earshot.cli;

import org.jspecify.annotations.NullMarked;
