package earshot.source.feed;

import earshot.source.Fingerprint;
import earshot.source.Item;
import earshot.source.feed.markup.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes items of drafts: ids where there are none, whole links, and a note for what is odd. */
final class Assembly {
  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_NOTES = 20;
  private static final int LONGEST_ID = 1_000;
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_AUTHOR = 300;
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8}){0,4}");

  private final @Nullable String address;
  private final List<Numbered> drafts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int seen;
  private int unsaid;

  private record Numbered(int number, Draft draft) {}

  Assembly(@Nullable String address) {
    this.address = address;
  }

  /** Whether there is room for more. */
  boolean add(Draft draft) {
    seen++;
    if (draft.isEmpty()) {
      note("Item " + seen + " is empty and was left out.");
    } else {
      drafts.add(new Numbered(seen, draft));
    }
    if (seen == MOST_ITEMS) {
      note("Only the first " + MOST_ITEMS + " items were read.");
    }
    return seen < MOST_ITEMS;
  }

  void note(String sentence) {
    if (notes.size() < MOST_NOTES) {
      notes.add(sentence);
    } else {
      unsaid++;
    }
  }

  ParsedFeed.Feed feed(FeedFacts facts) {
    String base = facts.base(address);
    Map<String, Item> items = new LinkedHashMap<>();
    Map<String, String> claimed = new HashMap<>();
    for (Numbered each : drafts) {
      Item item = item(each, facts, base);
      String id = ownId(item, claimed, each.number);
      items.putIfAbsent(id, id.equals(item.nativeId()) ? item : renamed(item, id));
    }
    if (unsaid > 0) {
      notes.add("There are " + unsaid + " more notes like these.");
    }
    return new ParsedFeed.Feed(List.copyOf(items.values()), notes);
  }

  private Item item(Numbered numbered, FeedFacts facts, @Nullable String base) {
    Draft draft = numbered.draft;
    String link = draft.link() == null ? null : Links.permalink(Links.resolve(base, draft.link()));
    if (draft.oddDate() != null) {
      note(
          "Item "
              + numbered.number
              + " has a date that cannot be read: “"
              + cut(draft.oddDate().replaceAll("\\s+", " "), 40)
              + "”.");
    }
    if (draft.broken()) {
      note("The feed breaks off within item " + numbered.number + ".");
    }
    boolean essay = draft.title().length() > LONGEST_TITLE;
    return new Item(
        id(draft, link),
        link,
        cut(draft.title(), LONGEST_TITLE),
        cut(draft.author().isEmpty() ? facts.author() : draft.author(), LONGEST_AUTHOR),
        facts.context(),
        // nothing said may be lost
        essay ? draft.title() + "\n" + draft.text() : draft.text(),
        language(draft.language() == null ? facts.language() : draft.language()),
        draft.published(),
        draft.updated(),
        draft.broken());
  }

  private static String id(Draft draft, @Nullable String link) {
    String id = draft.id() == null || draft.id().isBlank() ? link : draft.id();
    if (id == null) {
      String when = draft.published() == null ? "" : draft.published().toString();
      String what = draft.title().isEmpty() ? draft.text() : draft.title();
      return "hash:" + Fingerprint.of(what + "\n" + when, 16);
    }
    return id.length() <= LONGEST_ID ? id : "hash:" + Fingerprint.of(id, 16);
  }

  /**
   * Feeds whose items all have one guid exist. The first keeps it; another page under the same id
   * goes by its own link, or by its title.
   */
  private String ownId(Item item, Map<String, String> claimed, int number) {
    String page = item.url() == null ? item.title() : item.url();
    String owner = claimed.putIfAbsent(item.nativeId(), page);
    if (owner == null || owner.equals(page)) {
      return item.nativeId();
    }
    note("Item " + number + " has the id of another item; it goes by its link or title instead.");
    return item.url() == null ? "hash:" + Fingerprint.of(page, 16) : item.url();
  }

  private static Item renamed(Item item, String id) {
    return new Item(
        id,
        item.url(),
        item.title(),
        item.author(),
        item.context(),
        item.text(),
        item.language(),
        item.published(),
        item.updated(),
        item.truncated());
  }

  private static @Nullable String language(@Nullable String written) {
    return written != null && LANGUAGE.matcher(written).matches()
        ? written.replace('_', '-')
        : null;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
