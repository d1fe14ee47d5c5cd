package earshot.web;

import earshot.alert.Notices;
import earshot.alert.Telling;
import earshot.config.Settings;
import earshot.index.LuceneIndex;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.judge.verdict.Review;
import earshot.listen.LiveConfiguration;
import earshot.mention.Mention;
import earshot.mention.Mentions;
import earshot.school.Role;
import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import earshot.web.WebParts.DemoMailbox;
import earshot.web.people.ApiTokens;
import earshot.web.people.Audit;
import earshot.web.people.Links;
import earshot.web.people.People;
import earshot.web.people.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A whole house for the pages' tests: a real store, a real index, a real server on loopback. */
final class WebHouse implements AutoCloseable {
  static final String PASSWORD = "lantern gravel teapot";
  static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);

  final Path folder;
  final Database database;
  final LuceneIndex index;
  final LiveConfiguration configuration;
  final People people;
  final Links links;
  final ApiTokens tokens;
  final Audit audit;
  final SettableClock clock = new SettableClock();
  final List<String> troubles = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  final WebServer server;
  private final Findings findings = new Findings();
  private final Notices notices;
  private final Mentions mentions = new Mentions();

  /** The real time, and a shift that a test may set. */
  static final class SettableClock implements InstantSource {
    private volatile Duration shift = Duration.ZERO;

    void advance(Duration by) {
      shift = shift.plus(by);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(shift);
    }
  }

  WebHouse(Path folder) throws IOException {
    this(folder, null, "http://localhost:0");
  }

  WebHouse(Path folder, @Nullable DemoMailbox demo, String url) throws IOException {
    this.folder = folder;
    writeConfiguration(folder.resolve("config"));
    database = Database.open(folder.resolve("data/earshot.db"));
    index = new LuceneIndex(folder.resolve("data/lucene"), database);
    configuration = new LiveConfiguration(folder.resolve("config"), Map.of());
    notices = new Notices(() -> configuration.current().schools(), clock);
    people = new People(database, clock);
    links = new Links(database, people, clock);
    tokens = new ApiTokens(database, people, clock);
    audit = new Audit(database, clock);
    WebParts parts =
        new WebParts(
            database,
            index,
            configuration,
            Judges.shipped(),
            new Review(UnaryOperator.identity()),
            clock,
            List.of(
                new WebParts.Check("One part", () -> first(troubles)),
                new WebParts.Check("Another part", () -> first(remarks), () -> true)),
            demo);
    server = WebServer.start(parts, new Settings.Web("127.0.0.1", 0, URI.create(url)));
  }

  private static @Nullable String first(List<String> sentences) {
    return sentences.isEmpty() ? null : sentences.getFirst();
  }

  private static void writeConfiguration(Path config) throws IOException {
    write(
        config.resolve("earshot.yaml"),
        """
        data: ../data
        contact:
          url: https://thistlewick.example/earshot
          mail: office@thistlewick.example
        """);
    write(
        config.resolve("schools/thistlewick.yaml"),
        """
        id: thistlewick
        name: Thistlewick Primary School
        aliases: [Thistlewick, TPS]
        places: [Harrowmere]
        staff: [Mrs Adaeze Okafor (head), Mr Pell]
        contacts:
          - {name: Mrs Adaeze Okafor, role: headteacher, email: head@thistlewick.example}
        """);
    write(
        config.resolve("schools/kestrel.yaml"),
        """
        id: kestrel
        name: Kestrel Vale Academy
        aliases: [Kestrel Vale, KVA]
        places: [Tarnbrook]
        contacts:
          - {name: Dr Helen Sowande, role: headteacher, email: head@kestrel.example}
        """);
    write(
        config.resolve("sources/web.yaml"),
        """
        sources:
          - id: gazette
            name: Harrowmere Gazette
            kind: feed
            url: https://gazette.example/feed.xml
            schools: [thistlewick, kestrel]
            platform: news
          - id: forum
            name: Harrowmere Talk
            kind: page
            url: https://talk.example/harrowmere
            schools: [thistlewick, kestrel]
            platform: forum
        """);
    write(
        config.resolve("keywords/names.txt"),
        """
        list: School names
        kind: listen
        schools: thistlewick, kestrel

        # by name
        thistlewick
        "kestrel vale"
        TPS NEAR/12 harrowmere
        """);
    write(
        config.resolve("policy.yaml"),
        """
        clauses:
          C3: "Nothing that identifies a pupil"
          C11: "Concerns belong in the complaints procedure"
        """);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  Person person(Role role, String... schools) {
    String email = role.word() + "@thistlewick.example";
    Person known =
        people
            .byEmail(email)
            .orElseGet(
                () ->
                    people.add(
                        new People.NewPerson(
                            "Test " + role.word(),
                            email,
                            role,
                            schools.length == 0 ? List.of("*") : List.of(schools))));
    if (!known.hasPassword()) {
      people.setPassword(known.id(), HASH);
    }
    return people.byId(known.id()).orElseThrow();
  }

  Browser browser() {
    return new Browser(url(""));
  }

  /** A browser in which a person of that role is signed in. */
  Browser signedIn(Role role, String... schools) {
    Person person = person(role, schools);
    Browser browser = browser();
    browser.signIn(person.email(), PASSWORD);
    return browser;
  }

  /** A post that a test has heard. */
  record Heard(
      String id,
      String title,
      String author,
      String text,
      Severity severity,
      Set<Label> labels,
      Set<Target> targets,
      List<String> evidence,
      List<String> pupil,
      String context,
      String rule) {
    static Heard of(String id, String text, Severity severity, Label... labels) {
      return new Heard(
          id,
          "",
          "someone",
          text,
          severity,
          Set.of(labels),
          Set.of(),
          List.of(),
          List.of(),
          "",
          "thistlewick");
    }

    Heard about(Target... about) {
      return new Heard(
          id, title, author, text, severity, labels, Set.of(about), evidence, pupil, context, rule);
    }

    Heard titled(String name, String by) {
      return new Heard(
          id, name, by, text, severity, labels, targets, evidence, pupil, context, rule);
    }

    Heard because(String... words) {
      return new Heard(
          id, title, author, text, severity, labels, targets, List.of(words), pupil, context, rule);
    }

    Heard naming(String... words) {
      return new Heard(
          id,
          title,
          author,
          text,
          severity,
          labels,
          targets,
          evidence,
          List.of(words),
          context,
          rule);
    }

    Heard under(String thread) {
      return new Heard(
          id, title, author, text, severity, labels, targets, evidence, pupil, thread, rule);
    }

    Heard matching(String query) {
      return new Heard(
          id, title, author, text, severity, labels, targets, evidence, pupil, context, query);
    }
  }

  Finding hear(String source, String school, Heard heard, Instant published) {
    return hear(
        configuration.current().source(source).orElseThrow(),
        school,
        heard,
        published,
        "https://" + source + ".example/posts/" + heard.id());
  }

  Finding hear(Source source, String school, Heard heard, Instant published, @Nullable String url) {
    Item item =
        new Item(
            heard.id(),
            url,
            heard.title(),
            heard.author(),
            heard.context(),
            heard.text(),
            "en",
            published,
            null,
            false);
    Finding finding =
        database.write(
            transaction -> {
              Mention mention = mentions.keep(transaction, source, item, clock.instant()).mention();
              String searched = Finding.searched(mention.title(), mention.text());
              Finding kept =
                  findings.keep(
                      transaction,
                      mention,
                      school,
                      List.of(new Finding.Matched("School names", heard.rule(), 0, 5)),
                      judgement(heard, searched));
              notices.tell(
                  transaction,
                  kept,
                  mention.version() == 1 ? Telling.Change.FOUND : Telling.Change.EDITED);
              return kept;
            });
    index.follow();
    return finding;
  }

  private static Judgement judgement(Heard heard, String searched) {
    return new Judgement(
        true,
        0.97,
        heard.targets(),
        heard.labels(),
        heard.labels().stream().collect(Collectors.toMap(label -> label, label -> 0.9)),
        heard.severity(),
        spans(searched, heard.evidence()),
        spans(searched, heard.pupil()),
        heard.labels().isEmpty()
            ? List.of("It is about the school, and calls for nothing.")
            : heard.labels().stream().sorted().map(WebHouse::sentence).toList());
  }

  private static String sentence(Label label) {
    return switch (label) {
      case DISPARAGING -> "It insults or mocks staff.";
      case ALLEGATION -> "It says or insinuates serious wrongdoing by the school.";
      case IDENTIFIES_PUPIL -> "A child can be worked out from it.";
      case HARASSMENT -> "It threatens, intimidates or urges others on against staff.";
      case NEEDS_REPLY -> "It asks the school for an answer.";
      case COMPLAINT -> "It is dissatisfied with the school, in civil words.";
      case PRESS -> "A journalist asks, or announces a story.";
      case PRAISE -> "It thanks or praises the school.";
      default -> "It was read as " + label.word() + ".";
    };
  }

  private static List<Span> spans(String text, List<String> words) {
    List<Span> spans = new ArrayList<>();
    for (String word : words) {
      int at = text.indexOf(word);
      while (at >= 0) {
        spans.add(new Span(at, at + word.length()));
        at = text.indexOf(word, at + word.length());
      }
    }
    return spans;
  }

  @Override
  public void close() {
    server.close();
    index.close();
    database.close();
  }
}
