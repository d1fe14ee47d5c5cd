package earshot.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a text beside its words. */
public interface Facts {
  /** Of a text about which nothing is known. */
  Facts NONE =
      new Facts() {
        @Override
        public boolean has(String field, String value) {
          return false;
        }

        @Override
        public @Nullable LocalDate day() {
          return null;
        }
      };

  /** Whether a field ({@link QueryParser#FIELDS}) has a value. */
  boolean has(String field, String value);

  /** The day it was published, or null. */
  @Nullable LocalDate day();
}
