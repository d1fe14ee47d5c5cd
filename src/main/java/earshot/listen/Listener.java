package earshot.listen;

import earshot.alert.Telling;
import earshot.alert.Telling.Change;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judge;
import earshot.mention.Kept;
import earshot.mention.Mentions;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Reader;
import earshot.source.Source;
import earshot.store.Database;
import earshot.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one path of a mention: a source is polled, its items are matched and judged, and in one
 * transaction each mention, its judgement, what must be told of it, and how far the source has been
 * read are kept.
 */
public final class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final Database database;
  private final Supplier<Configuration> configuration;
  private final Map<Source.Kind, Reader> readers;
  private final Judge judge;
  private final Telling telling;
  private final InstantSource clock;
  private final Mentions mentions = new Mentions();
  private final Findings findings = new Findings();
  private final SourceStates states = new SourceStates();

  /** What the path is made of. */
  public record Parts(
      Database database,
      Supplier<Configuration> configuration,
      Map<Source.Kind, Reader> readers,
      Judge judge,
      Telling telling,
      InstantSource clock) {}

  public Listener(Parts parts) {
    this.database = parts.database();
    this.configuration = parts.configuration();
    this.readers = Map.copyOf(parts.readers());
    this.judge = parts.judge();
    this.telling = parts.telling();
    this.clock = parts.clock();
  }

  /**
   * What one poll came to.
   *
   * @param poll as the reader told it
   * @param items that it brought
   * @param found findings new to a school
   * @param edited findings whose mention says something else now
   */
  public record Heard(Poll poll, int items, int found, int edited) {}

  /** Reads one source and keeps what concerns a school. Returns when it is on the disk. */
  public Heard listen(Source source) {
    Memory memory = database.read(jdbc -> states.memory(jdbc, source.id()));
    Poll poll = reader(source).poll(source, memory);
    Heard heard =
        switch (poll) {
          case Poll.Fetched fetched -> keep(source, fetched);
          case Poll.Unchanged unchanged -> nothing(source, unchanged, unchanged.memory());
          case Poll.Unavailable unavailable -> nothing(source, unavailable, memory);
          case Poll.Refused refused -> nothing(source, refused, memory);
        };
    LOG.debug(
        "Polled {}: {} items, {} found, {} edited",
        source.id(),
        heard.items(),
        heard.found(),
        heard.edited());
    return heard;
  }

  private Reader reader(Source source) {
    return Objects.requireNonNull(readers.get(source.kind()), "no reader for " + source.kind());
  }

  private Heard nothing(Source source, Poll poll, Memory memory) {
    Heard heard = new Heard(poll, 0, 0, 0);
    database.write(jdbc -> states.record(jdbc, source, memory, heard, clock.instant()));
    return heard;
  }

  private Heard keep(Source source, Poll.Fetched fetched) {
    Sifter sifter = new Sifter(configuration.get(), judge);
    Sifter.Sifted sifted = sifter.sift(source, fetched.items(), item -> known(source, item));
    Poll.Fetched noted = withNotes(fetched, sifted.notes());
    try {
      return database.write(
          jdbc -> {
            Tally tally = new Tally();
            sifted.candidates().forEach(candidate -> keep(jdbc, source, candidate, tally));
            return finish(jdbc, source, noted, tally);
          });
    } catch (DataAccessException e) {
      if (Database.isFull(e)) {
        throw new StoreException("The disk is full; nothing kept so far is lost.", e);
      }
      LOG.warn("A batch of {} could not be kept whole; keeping it one by one", source.id(), e);
      return oneByOne(source, noted, sifted.candidates());
    }
  }

  /** One bad item never spoils a batch: each gets a transaction of its own. */
  private Heard oneByOne(Source source, Poll.Fetched fetched, List<Candidate> candidates) {
    Tally tally = new Tally();
    List<String> notes = new ArrayList<>();
    for (Candidate candidate : candidates) {
      try {
        database.write(
            jdbc -> {
              keep(jdbc, source, candidate, tally);
              return true;
            });
      } catch (DataAccessException e) {
        LOG.warn("An item of {} could not be kept", source.id(), e);
        notes.add("One post could not be kept: " + candidate.item().url());
      }
    }
    Poll.Fetched noted = withNotes(fetched, notes);
    return database.write(jdbc -> finish(jdbc, source, noted, tally));
  }

  private Heard finish(JdbcClient transaction, Source source, Poll.Fetched fetched, Tally tally) {
    Heard heard = new Heard(fetched, fetched.items().size(), tally.found, tally.edited);
    states.record(transaction, source, fetched.memory(), heard, clock.instant());
    return heard;
  }

  private void keep(JdbcClient transaction, Source source, Candidate candidate, Tally tally) {
    Instant now = clock.instant();
    Kept kept = mentions.keep(transaction, source, candidate.item(), now);
    for (Candidate.ForSchool school : candidate.schools()) {
      boolean known = findings.holds(transaction, kept.mention().id(), school.school());
      if (known && kept instanceof Kept.Known) {
        continue;
      }
      Finding finding =
          findings.keep(
              transaction, kept.mention(), school.school(), school.matched(), school.judgement());
      telling.tell(transaction, finding, known ? Change.EDITED : Change.FOUND);
      tally.count(known);
    }
  }

  private Set<String> known(Source source, Item item) {
    return database.read(
        jdbc ->
            mentions
                .find(jdbc, source, item)
                .map(mention -> findings.schoolsOf(jdbc, mention.id()))
                .orElse(Set.of()));
  }

  private static Poll.Fetched withNotes(Poll.Fetched fetched, List<String> more) {
    if (more.isEmpty()) {
      return fetched;
    }
    List<String> notes = new ArrayList<>(fetched.notes());
    notes.addAll(more);
    return new Poll.Fetched(fetched.items(), fetched.memory(), notes);
  }

  /** Counts what a batch came to. */
  private static final class Tally {
    private int found;
    private int edited;

    void count(boolean known) {
      if (known) {
        edited++;
      } else {
        found++;
      }
    }
  }
}
