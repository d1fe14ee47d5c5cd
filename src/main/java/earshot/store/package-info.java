/** The one database file: transactions, readers, migrations. */
@NullMarked
package earshot.store;

import org.jspecify.annotations.NullMarked;
