package earshot.web.door;

import earshot.web.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is signed in where; in memory, so that a restart signs everybody out. */
public final class OpenSessions implements HttpSessionListener {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration WHOLE = Duration.ofHours(8);
  private static final String HANDLE = OpenSessions.class.getName();

  private final InstantSource clock;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  public OpenSessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A session as its owner sees it.
   *
   * @param handle names it on a page; not the secret in the cookie
   * @param device the browser and the system, as the browser says
   */
  public record Open(
      String handle,
      long person,
      Instant since,
      String device,
      String address,
      HttpSession session) {}

  /** Remembers that a person signed in. */
  public void opened(HttpServletRequest request, Person person) {
    HttpSession session = request.getSession();
    session.setMaxInactiveInterval((int) IDLE.toSeconds());
    String handle = UUID.randomUUID().toString();
    session.setAttribute(HANDLE, handle);
    String device = Device.of(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    open.put(
        handle,
        new Open(handle, person.id(), clock.instant(), device, request.getRemoteAddr(), session));
  }

  /** Whether a session may go on: of the person, young enough, newer than the account's changes. */
  boolean goesOn(HttpSession session, Person person) {
    return current(session)
        .filter(entry -> entry.person() == person.id())
        .filter(entry -> !person.disabled())
        .filter(entry -> !entry.since().isBefore(person.validFrom()))
        .filter(entry -> entry.since().plus(WHOLE).isAfter(clock.instant()))
        .isPresent();
  }

  /** The entry of a session, if somebody signed in with it. */
  public Optional<Open> current(@Nullable HttpSession session) {
    return session != null && session.getAttribute(HANDLE) instanceof String handle
        ? Optional.ofNullable(open.get(handle))
        : Optional.empty();
  }

  /** A person's open sessions, the newest first. */
  public List<Open> of(Person person) {
    return open.values().stream()
        .filter(entry -> entry.person() == person.id())
        .sorted(Comparator.comparing(Open::since).reversed())
        .toList();
  }

  /** Ends one of a person's sessions; false when there is none of that handle. */
  public boolean end(Person person, String handle) {
    Open entry = open.get(handle);
    if (entry == null || entry.person() != person.id()) {
      return false;
    }
    end(entry);
    return true;
  }

  /** Ends all of a person's sessions. */
  public void endAll(long person) {
    open.values().stream().filter(entry -> entry.person() == person).toList().forEach(this::end);
  }

  private void end(Open entry) {
    open.remove(entry.handle());
    try {
      entry.session().invalidate();
    } catch (IllegalStateException e) {
      // it ended by itself in between
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    if (event.getSession().getAttribute(HANDLE) instanceof String handle) {
      open.remove(handle);
    }
  }
}
