package earshot.web.door;

import earshot.web.people.People;
import earshot.web.people.Tries;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a password, patiently: whoever failed five times waits. An unknown account costs the same
 * work and gets the same answer as a wrong password (ASVS 5.0, 6.3.8).
 */
final class PatientProvider implements AuthenticationProvider {
  /**
   * Of 48 random bytes that were thrown away, with the figures of {@link Passwords}: written down,
   * because a start has no time to make one.
   */
  static final String NOBODYS_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$5y903dpt06yOeiH9KiC1mA"
          + "$Yy+roV0cwU1QX11fQWBszudqC+1GmWcO3bliSWOm9W0";

  private final People people;
  private final Passwords passwords;
  private final Tries tries;

  PatientProvider(People people, Passwords passwords, Tries tries) {
    this.people = people;
    this.passwords = passwords;
    this.tries = tries;
  }

  /** They must wait before the next try. */
  static final class MustWait extends LockedException {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    MustWait(Duration wait) {
      super("must wait");
      this.seconds = wait.toSeconds() + 1;
    }

    long seconds() {
      return seconds;
    }
  }

  @Override
  public Authentication authenticate(Authentication wanted) {
    String email = wanted.getName().strip().toLowerCase(Locale.ROOT);
    String account = "account " + email;
    String address = "address " + address(wanted);
    Duration wait = tries.begin(account, address);
    if (wait.isPositive()) {
      throw new MustWait(wait);
    }
    Visitor known = known(email);
    boolean matches =
        passwords.matches(
            String.valueOf(wanted.getCredentials()),
            known == null ? NOBODYS_HASH : known.passwordHash());
    if (known == null || !matches) {
      throw new BadCredentialsException("no such account or password");
    }
    tries.succeeded(account);
    // not forgiven: else somebody with an account of their own could guess at others' for ever
    tries.takeBack(address);
    UsernamePasswordAuthenticationToken in =
        UsernamePasswordAuthenticationToken.authenticated(known, null, known.getAuthorities());
    in.setDetails(wanted.getDetails());
    return in;
  }

  private @Nullable Visitor known(String email) {
    return people
        .byEmail(email)
        .filter(person -> !person.disabled())
        .flatMap(
            person ->
                java.util.Optional.ofNullable(people.passwordHash(person.id()))
                    .map(hash -> new Visitor(person, hash)))
        .orElse(null);
  }

  private static String address(Authentication wanted) {
    return wanted.getDetails() instanceof WebAuthenticationDetails details
        ? String.valueOf(details.getRemoteAddress())
        : "unknown";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
