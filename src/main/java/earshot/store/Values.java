package earshot.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a statement's question marks, in order, null among them. */
public final class Values {
  private Values() {}

  public static List<?> of(@Nullable Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
