package earshot.web.door;

import earshot.school.Role;
import earshot.web.people.Person;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person as Spring Security knows them. */
public record Visitor(Person person, String passwordHash) implements UserDetails {
  private static final long serialVersionUID = 1L;

  static String authority(Role role) {
    return "ROLE_" + role.name();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority(authority(person.role())));
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return person.email();
  }

  @Override
  public boolean isEnabled() {
    return !person.disabled();
  }

  @Override
  public String toString() {
    return "visitor " + person.id();
  }
}
