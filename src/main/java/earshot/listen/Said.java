package earshot.listen;

import earshot.judge.Finding;
import earshot.judge.Post;
import earshot.mention.Mention;
import earshot.query.Facts;
import earshot.source.Item;
import earshot.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What was said, as rules and judges take it: as a source brings it, or as it is kept. */
record Said(String source, Post post, @Nullable String language, @Nullable Instant at)
    implements Facts {

  static Said of(Source source, Item item) {
    return new Said(
        source.id(),
        new Post(
            source.platform(),
            item.author(),
            item.context(),
            Finding.searched(item.title(), item.text())),
        item.language(),
        item.published() != null ? item.published() : item.updated());
  }

  static Said of(Mention mention) {
    return new Said(mention.source(), Post.of(mention), mention.language(), mention.published());
  }

  @Override
  public boolean has(String field, String value) {
    return switch (field) {
      case "source" -> source.equalsIgnoreCase(value);
      case "platform" -> post.platform().equalsIgnoreCase(value);
      case "author" -> post.author().equalsIgnoreCase(value);
      case "language" -> value.equalsIgnoreCase(language);
      default -> false;
    };
  }

  @Override
  public @Nullable LocalDate day() {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
