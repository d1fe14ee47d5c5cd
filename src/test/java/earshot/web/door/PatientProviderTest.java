package earshot.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatientProviderTest {
  /** Else the answer's time would tell whether there is such an account. */
  @Test
  void anUnknownAccountCostsTheSameWorkAsAKnownOne() {
    String known = new Passwords().encode("three or four words");
    assertThat(figures(PatientProvider.NOBODYS_HASH)).isEqualTo(figures(known));
    assertThat(PatientProvider.NOBODYS_HASH).hasSameSizeAs(known);
  }

  private static String figures(String hash) {
    return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
  }
}
