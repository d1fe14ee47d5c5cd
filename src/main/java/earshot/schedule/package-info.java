/** The only room with Quartz: due times, leases, the reconciler. */
@NullMarked
package earshot.schedule;

import org.jspecify.annotations.NullMarked;
