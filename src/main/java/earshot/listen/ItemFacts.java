package earshot.listen;

import earshot.query.Facts;
import earshot.source.Item;
import earshot.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a rule may ask of an item beside its words. */
record ItemFacts(Source source, Item item) implements Facts {
  @Override
  public boolean has(String field, String value) {
    return switch (field) {
      case "source" -> source.id().equalsIgnoreCase(value);
      case "platform" -> source.platform().equalsIgnoreCase(value);
      case "author" -> item.author().equalsIgnoreCase(value);
      case "language" -> value.equalsIgnoreCase(item.language());
      default -> false;
    };
  }

  @Override
  public @Nullable LocalDate day() {
    Instant said = item.published() != null ? item.published() : item.updated();
    return said == null ? null : LocalDate.ofInstant(Objects.requireNonNull(said), ZoneOffset.UTC);
  }
}
