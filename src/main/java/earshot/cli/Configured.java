package earshot.cli;

import earshot.config.Problems;
import earshot.listen.Configuration;
import earshot.store.Database;
import earshot.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command works on: a configuration without an error, and the data that belongs to it. */
record Configured(Configuration configuration) {
  /** Reads the folder; what is wrong with it is said all at once. */
  static Configured of(Path config) {
    Problems problems = new Problems();
    Configuration configuration = Configuration.read(config, System.getenv(), problems);
    problems.orThrow();
    return new Configured(configuration);
  }

  Path data() {
    return configuration.settings().data();
  }

  /** The database, made where there is none yet. */
  Database database() {
    return Database.open(data().resolve(House.DATABASE));
  }

  /**
   * The database of an Earshot that has listened.
   *
   * @param what it is wanted for, such as {@code to search}
   */
  Database database(String what) {
    if (!Files.exists(data().resolve(House.DATABASE))) {
      throw new StoreException(
          "There is nothing %s yet in %s. Start listening with: earshot run"
              .formatted(what, data()),
          new IllegalStateException("no database"));
    }
    return database();
  }
}
