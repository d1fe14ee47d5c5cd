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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
          case Poll.Fetched fetched -> keep(source, memory, fetched);
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

  /** What a poll brought, on its way into the store. */
  private record Reading(
      Source source, Memory before, Poll.Fetched fetched, Tries tries, Sifter sifter) {}

  private Heard keep(Source source, Memory before, Poll.Fetched fetched) {
    Tries tries = database.read(jdbc -> states.tries(jdbc, source.id()));
    Reading reading =
        new Reading(source, before, fetched, tries, new Sifter(configuration.get(), judge));
    List<Item> failed = new ArrayList<>();
    List<Item> worthTrying = new ArrayList<>();
    fetched.items().forEach(item -> (tries.isGivenUp(item) ? failed : worthTrying).add(item));
    Sifter.Sifted sifted = reading.sifter().sift(source, worthTrying, item -> known(source, item));
    failed.addAll(sifted.failed());
    try {
      return database.write(
          jdbc -> {
            Tally tally = new Tally();
            sifted.candidates().forEach(candidate -> keep(jdbc, reading, candidate, tally));
            return finish(jdbc, reading, failed, tally);
          });
    } catch (RuntimeException | StackOverflowError e) {
      if (Database.isFull(e)) {
        throw new StoreException("The disk is full; nothing kept so far is lost.", e);
      }
      LOG.warn(
          "A batch of {} could not be kept whole; keeping it one by one",
          source.id(),
          Unquoted.cause(e));
      return oneByOne(reading, sifted.candidates(), failed);
    }
  }

  /** One bad item never spoils a batch: each gets a transaction of its own. */
  private Heard oneByOne(Reading reading, List<Candidate> candidates, List<Item> failed) {
    Tally tally = new Tally();
    List<Item> allFailed = new ArrayList<>(failed);
    for (Candidate candidate : candidates) {
      try {
        database.write(
            jdbc -> {
              keep(jdbc, reading, candidate, tally);
              return true;
            });
      } catch (RuntimeException | StackOverflowError e) {
        Unquoted.warn(reading.source(), candidate.given(), e);
        allFailed.add(candidate.given());
      }
    }
    return database.write(jdbc -> finish(jdbc, reading, allFailed, tally));
  }

  private Heard finish(JdbcClient transaction, Reading reading, List<Item> failed, Tally tally) {
    Source source = reading.source();
    Tries tries = reading.tries().after(failed);
    Poll.Fetched noted = withNotes(reading.fetched(), tries.notes(source, failed));
    Heard heard = new Heard(noted, noted.items().size(), tally.found, tally.edited);
    // a reader gives again what it does not remember to have given
    Memory memory = tries.goOn() ? reading.before() : noted.memory();
    states.record(transaction, source, memory, heard, clock.instant());
    states.remember(transaction, source.id(), tries.goOn() ? tries : new Tries(Map.of()));
    return heard;
  }

  /** What is kept is what is judged: an edit for every school that has the mention. */
  private void keep(JdbcClient transaction, Reading reading, Candidate candidate, Tally tally) {
    Kept kept = mentions.keep(transaction, reading.source(), candidate.item(), clock.instant());
    Set<String> known = findings.schoolsOf(transaction, kept.mention().id());
    Set<String> concerned = candidate.concerned();
    if (kept instanceof Kept.Edited) {
      concerned.addAll(known);
    } else {
      concerned.removeAll(known);
    }
    for (Candidate.ForSchool school :
        reading.sifter().asKept(candidate, kept.mention(), concerned)) {
      boolean edited = known.contains(school.school());
      Finding finding =
          findings.keep(
              transaction, kept.mention(), school.school(), school.matched(), school.judgement());
      telling.tell(transaction, finding, edited ? Change.EDITED : Change.FOUND);
      tally.count(edited);
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
