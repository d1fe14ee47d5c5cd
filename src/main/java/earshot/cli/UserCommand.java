package earshot.cli;

import earshot.listen.Configuration;
import earshot.school.Role;
import earshot.school.School;
import earshot.store.Database;
import earshot.web.people.Audit;
import earshot.web.people.Links;
import earshot.web.people.OneTimeLink;
import earshot.web.people.People;
import earshot.web.people.Person;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code earshot user}: accounts, beside a running instance or without one. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Looks after the accounts of people who use the pages.",
    footer = {
      "",
      "Example: earshot user add 'Mrs Okafor' --email head@thistlewick.example --role headteacher"
    })
final class UserCommand implements Runnable {
  private static final String ROLES =
      "headteacher, safeguarding-lead, leadership, communications, administrator, governor or"
          + " viewer.";

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "Say what to do: add, list, role, disable, enable or reset-link.");
  }

  /** The accounts of one data folder, and where to print. */
  private record Accounts(
      People people, Links links, Audit audit, Configuration configuration, PrintWriter out) {
    Person known(String email) {
      return people
          .byEmail(email)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "There is no account for " + email + ". See: earshot user list"));
    }

    void print(OneTimeLink link, Person person) {
      URI address = link.under(configuration.settings().web().url());
      out.println("Give this link to " + person.name() + ". It works once, for 30 minutes:");
      out.println(address);
    }

    /** Notes what was done by whoever may run commands on this machine. */
    void note(String action, Person subject) {
      audit.add(
          subject, action, Audit.about(subject.asWritten(), subject.schools()), "command line");
    }
  }

  private void with(Consumer<Accounts> work) {
    Configured configured = Configured.of(config);
    InstantSource clock = InstantSource.system();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Database database = configured.database()) {
      People people = new People(database, clock);
      work.accept(
          new Accounts(
              people,
              new Links(database, people, clock),
              new Audit(database, clock),
              configured.configuration(),
              out));
    }
    out.flush();
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes an account and prints a link with which its owner sets a password.",
      footer = {
        "",
        "Example: earshot user add 'Mrs Crump' --email office@thistlewick.example"
            + " --role communications --school thistlewick"
      })
  void add(
      @Parameters(paramLabel = "NAME", description = "As people call them.") String name,
      @Option(names = "--email", required = true, description = "What they sign in with.")
          String email,
      @Option(names = "--role", required = true, converter = RoleWord.class, description = ROLES)
          Role role,
      @Option(
              names = "--school",
              arity = "1..*",
              description = "Ids of schools or trusts they look after; default: all.")
          @Nullable List<String> schools) {
    List<String> meant = schools == null ? List.of("*") : schools;
    with(
        accounts -> {
          check(meant, accounts.configuration());
          Person made = accounts.people().add(new People.NewPerson(name, email, role, meant));
          accounts.note("add-person", made);
          accounts.print(accounts.links().password(made), made);
        });
  }

  private static void check(List<String> schools, Configuration configuration) {
    for (String school : schools) {
      if (configuration.schools().meant(List.of(school)).isEmpty()) {
        throw new IllegalArgumentException(
            "There is no school or trust '"
                + school
                + "'. Known are: "
                + configuration.schools().schools().stream()
                    .map(School::id)
                    .collect(Collectors.joining(", "))
                + ".");
      }
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the accounts.",
      footer = {"", "Example: earshot user list"})
  void list() {
    with(
        accounts -> {
          for (Person person : accounts.people().all()) {
            accounts
                .out()
                .printf(
                    "%-36s %-18s %-24s %s%n",
                    person.email(),
                    person.role().word(),
                    String.join(" ", person.schools()),
                    person.disabled() ? "shut out" : person.hasPassword() ? "" : "no password yet");
          }
        });
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Changes what a person may do and see; their sessions end at once.",
      footer = {"", "Example: earshot user role office@thistlewick.example --role viewer"})
  void role(
      @Parameters(paramLabel = "E-MAIL") String email,
      @Option(names = "--role", required = true, converter = RoleWord.class, description = ROLES)
          Role role,
      @Option(
              names = "--school",
              arity = "1..*",
              description = "Ids of schools or trusts they look after; default: as before.")
          @Nullable List<String> schools) {
    with(
        accounts -> {
          Person person = accounts.known(email);
          List<String> meant = schools == null ? person.schools() : schools;
          check(meant, accounts.configuration());
          accounts.note("set-role", person);
          accounts.people().setRole(person.id(), role, meant);
          accounts.note("set-role", accounts.known(email));
        });
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Shuts a person out; their sessions end at once.",
      footer = {"", "Example: earshot user disable office@thistlewick.example"})
  void disable(@Parameters(paramLabel = "E-MAIL") String email) {
    setDisabled(email, true);
  }

  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Lets a person in again.",
      footer = {"", "Example: earshot user enable office@thistlewick.example"})
  void enable(@Parameters(paramLabel = "E-MAIL") String email) {
    setDisabled(email, false);
  }

  private void setDisabled(String email, boolean disabled) {
    with(
        accounts -> {
          Person person = accounts.known(email);
          accounts.people().setDisabled(person.id(), disabled);
          accounts.note(disabled ? "disable" : "enable", person);
        });
  }

  @Command(
      name = "reset-link",
      mixinStandardHelpOptions = true,
      description = "Prints a link with which a person sets a new password.",
      footer = {"", "Example: earshot user reset-link office@thistlewick.example"})
  void resetLink(@Parameters(paramLabel = "E-MAIL") String email) {
    with(
        accounts -> {
          Person person = accounts.known(email);
          accounts.note("password-link", person);
          accounts.print(accounts.links().password(person), person);
        });
  }

  /** A role by its word. */
  static final class RoleWord implements ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      return Arrays.stream(Role.values())
          .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + word
                          + "' is no role; choose one of "
                          + Arrays.stream(Role.values())
                              .map(Role::word)
                              .collect(Collectors.joining(", "))));
    }
  }
}
