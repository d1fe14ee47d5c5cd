package earshot.alert.sources;

import java.time.Instant;

/** A time when Earshot did not run. */
public record Outage(Instant began, Instant ended) {}
