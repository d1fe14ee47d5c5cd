package earshot.source.page;

import earshot.source.Fetch;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a poll of a site has to say for itself, in plain words and not too many of them. The end of
 * a page's address is often its headline, which may name a child: it is left out.
 */
final class SiteNotes {
  private static final int MOST = 20;

  private final List<String> notes = new ArrayList<>();
  private final Set<String> texts = new HashSet<>();
  private int unsaid;

  void add(String note) {
    if (notes.size() < MOST) {
      notes.add(note);
    } else {
      unsaid++;
    }
  }

  void unread(URI address, String why) {
    add(folder(address) + " could not be read and is tried again later: " + why);
  }

  void refused(URI address, String why) {
    add(folder(address) + " was left out: " + why);
  }

  void page(URI address, Fetch.Body body, Page page) {
    if (body.truncated() || page.extraction().truncated()) {
      add(folder(address) + " was longer than what is read; its end is missing.");
    }
    if (page.needsScript()) {
      add(
          folder(address)
              + " is empty without JavaScript. Look for a feed of the same site instead.");
    }
  }

  /** {@code https://www.vale.example/news/…} for a page of that folder. */
  private static String folder(URI address) {
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    int end = path.lastIndexOf('/') + 1;
    boolean more = end < path.length() || address.getRawQuery() != null;
    return address.getScheme()
        + "://"
        + address.getRawAuthority()
        + path.substring(0, end)
        + (more ? "…" : "");
  }

  /** Whether another page of this poll had the same words. */
  boolean sameText(String hash) {
    return !texts.add(hash);
  }

  void backlog(int waiting, int leftOut) {
    if (waiting > 0) {
      add(waiting + " more pages are known and follow in the next polls.");
    }
    if (leftOut > 0) {
      add(
          leftOut
              + " addresses look like a calendar or a loop, or are too many, and are left out.");
    }
    if (unsaid > 0) {
      notes.add("And " + unsaid + " more notes like these.");
    }
  }

  String first(String otherwise) {
    return notes.isEmpty() ? otherwise : notes.getFirst();
  }

  List<String> list() {
    return notes;
  }
}
