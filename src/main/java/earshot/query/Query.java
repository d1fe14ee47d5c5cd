package earshot.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A keyword rule or a search, as a tree. */
public sealed interface Query {

  /** Matches every text. */
  record All() implements Query {}

  /** One word; {@code exact} compares it as written, accents and case included ({@code =Hope}). */
  record Word(String word, boolean exact) implements Query {}

  /** A word's beginning, at least two letters: {@code detent*}. */
  record Prefix(String beginning) implements Query {}

  /** Words one after the other, in double quotes. */
  record Phrase(List<Query> words) implements Query {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /**
   * Both within {@code distance} words of each other, in either order: {@code head NEAR/5 sacked}.
   */
  record Near(Query left, Query right, int distance) implements Query {}

  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Query part) implements Query {}

  /**
   * A fact about the mention, not a word of it: {@code label:disparaging}, {@code school:oswins}.
   */
  record Field(String name, String value) implements Query {}

  /** Published from the one day to the other, both included; a null end is open. */
  record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements Query {}
}
