/** What people write: YAML with line numbers, every error at once, secrets kept out of sight. */
@NullMarked
package earshot.config;

import org.jspecify.annotations.NullMarked;
