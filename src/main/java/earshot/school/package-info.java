/** Trusts and schools: names, places, people, and who must be told. */
@NullMarked
package earshot.school;

import org.jspecify.annotations.NullMarked;
