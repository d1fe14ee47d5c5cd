package earshot.alert;

import earshot.alert.letter.Letters;
import earshot.alert.outbox.Outbox;
import earshot.alert.sources.Standing;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.mention.Kept;
import earshot.mention.Mentions;
import earshot.school.Contact;
import earshot.school.Policy;
import earshot.school.Role;
import earshot.school.School;
import earshot.school.Schools;
import earshot.school.Trust;
import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The telling rooms on a real store, with a clock that only a test turns. */
public final class Newsroom implements AutoCloseable {
  public static final String HEAD = "head@thistlewick.example";
  public static final String LEAD = "safeguarding@thistlewick.example";
  public static final String OFFICE = "office@thistlewick.example";

  private static final Source GAZETTE =
      new Source(
          "gazette",
          "Harrowmere Gazette",
          Source.Kind.FEED,
          List.of(URI.create("https://gazette.example/feed")),
          List.of("*"),
          Duration.ofMinutes(15),
          "news",
          null);

  private final Mentions mentions = new Mentions();
  private final Findings findings = new Findings();
  private final Path file;
  private Database database;
  public Schools schools;
  public List<Standing> sources = new ArrayList<>();
  public Policy policy = new Policy(Map.of("C4", "No harassment, bullying or threats"));
  public Instant now;
  private int items;

  public Newsroom(Path folder, Instant now) {
    this.file = folder.resolve("earshot.db");
    this.database = Database.open(file);
    this.now = now;
    this.schools = new Schools(List.of(), List.of(thistlewick(contacts(), null)));
  }

  public static List<Contact> contacts() {
    return List.of(
        new Contact("Mrs Adaeze Okafor", Role.HEADTEACHER, HEAD),
        new Contact("Mr Bhatt", Role.SAFEGUARDING_LEAD, LEAD),
        new Contact("Mrs Crump", Role.COMMUNICATIONS, OFFICE));
  }

  public static School thistlewick(List<Contact> contacts, Trust trust) {
    return new School(
        "thistlewick",
        "Thistlewick Primary School",
        List.of("Thistlewick"),
        List.of("Harrowmere"),
        List.of("Mrs Adaeze Okafor (head)", "Mr Pell"),
        "",
        trust == null ? null : trust.id(),
        List.of(),
        School.LONDON,
        LocalTime.of(7, 0),
        contacts);
  }

  /** What is posted; the rest of a judgement follows from it. */
  public record Said(
      String title,
      String context,
      String text,
      Severity severity,
      Set<Label> labels,
      Set<Target> targets,
      List<String> pupil,
      List<String> because) {
    public static Said of(Severity severity, String text, Label... labels) {
      Set<Label> set = EnumSet.noneOf(Label.class);
      set.addAll(List.of(labels));
      return new Said(
          "", "", text, severity, set, Set.of(Target.SCHOOL), List.of(), List.of("Its tone."));
    }

    public Said naming(String... words) {
      return new Said(title, context, text, severity, labels, targets, List.of(words), because);
    }

    public Said titled(String other) {
      return new Said(other, context, text, severity, labels, targets, pupil, because);
    }

    public Said under(String thread) {
      return new Said(title, thread, text, severity, labels, targets, pupil, because);
    }

    public Said about(Target... others) {
      return new Said(title, context, text, severity, labels, Set.of(others), pupil, because);
    }
  }

  public Finding post(Said said) {
    return post("item-" + ++items, said);
  }

  /** Keeps what was said, and its notice, as a poll would; the same id again is an edit. */
  public Finding post(String id, Said said) {
    Item item = item(id, said);
    return database.write(jdbc -> keep(jdbc, item, said));
  }

  private Item item(String id, Said said) {
    return new Item(
        id,
        "https://gazette.example/" + id,
        said.title(),
        "",
        said.context(),
        said.text(),
        "en",
        now,
        null,
        false);
  }

  /** All that one poll brought, in one transaction. */
  public void postAll(List<Said> all) {
    database.write(
        jdbc -> {
          for (Said said : all) {
            keep(jdbc, item("item-" + ++items, said), said);
          }
          return true;
        });
  }

  private Finding keep(JdbcClient jdbc, Item item, Said said) {
    Kept kept = mentions.keep(jdbc, GAZETTE, item, now);
    Finding finding =
        findings.keep(jdbc, kept.mention(), "thistlewick", List.of(), judgement(said));
    new Notices(() -> schools, () -> now)
        .tell(
            jdbc,
            finding,
            kept instanceof Kept.Edited ? Telling.Change.EDITED : Telling.Change.FOUND);
    return finding;
  }

  private static Judgement judgement(Said said) {
    String searched = Finding.searched(said.title(), said.text());
    List<Span> pupil = new ArrayList<>();
    for (String word : said.pupil()) {
      int at = searched.indexOf(word);
      if (at >= 0) {
        pupil.add(new Span(at, at + word.length()));
      }
    }
    return new Judgement(
        true,
        1,
        said.targets(),
        said.labels(),
        Map.of(),
        said.severity(),
        List.of(),
        pupil,
        said.because());
  }

  public void wait(Duration time) {
    now = now.plus(time);
  }

  /** What the schedule does every few seconds. */
  public int tell() {
    return new Alerts(database, () -> schools).sendDue(now) + digests().sendDue(now);
  }

  public Digests digests() {
    return new Digests(database, () -> schools, school -> sources);
  }

  public Outbox outbox() {
    return new Outbox(database);
  }

  public Letters letters() {
    return new Letters(
        new Letters.Parts(database, () -> schools, () -> policy, id -> GAZETTE.name()));
  }

  public Database database() {
    return database;
  }

  /** As after a power cut: nothing but the file is left. */
  public void restart() {
    database.close();
    database = Database.open(file);
  }

  @Override
  public void close() {
    database.close();
  }
}
