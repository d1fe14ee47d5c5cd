package earshot.web;

import earshot.index.MentionIndex;
import earshot.index.MentionIndex.Request;
import earshot.index.MentionIndex.Result;
import earshot.judge.Label;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.school.Role;
import earshot.web.people.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Searches as one reader may. A child's words are hidden from every list, so nobody searches for
 * them here; an administrator does not find what identifies a child at all.
 */
@Component
class Searching {
  private static final Query NOT_OF_CHILDREN =
      new Query.And(
          List.of(
              new Query.Not(new Query.Field("label", Label.IDENTIFIES_PUPIL.word())),
              new Query.Not(new Query.Field("label", Label.CHILD_CONTACT.word()))));

  private final WebParts parts;

  Searching(WebParts parts) {
    this.parts = parts;
  }

  Result search(Person reader, Asked asked) throws QuerySyntaxException {
    return search(reader, asked, Asked.SIZE);
  }

  Result search(Person reader, Asked asked, int size) throws QuerySyntaxException {
    Query query = QueryParser.parse(asked.written());
    Query allowed =
        reader.role() == Role.ADMINISTRATOR
            ? new Query.And(List.of(query, NOT_OF_CHILDREN))
            : query;
    return parts
        .index()
        .search(
            new Request(
                allowed,
                reader.visible(parts.configuration().current().schools()),
                asked.chosen(),
                asked.order(),
                (asked.page() - 1) * size,
                Math.min(size, MentionIndex.MOST_SIZE),
                false));
  }
}
