package earshot.index;

import earshot.judge.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** One open Lucene folder: its writer, its newest reader, and how far it has followed the store. */
final class LuceneFolder {
  /** Changes when documents are built otherwise; an index of another form is built anew. */
  private static final String FORM = "2";

  private static final String FORM_KEY = "form";
  private static final String SEQUENCE_KEY = "sequence";
  private static final int KEPT_ASIDE = 1;

  /** Newest first within each segment: a search by date stops early. */
  static final Sort NEWEST_FIRST =
      new Sort(new SortField(FindingDocument.PUBLISHED, SortField.Type.LONG, true));

  private final FSDirectory directory;
  private final IndexWriter writer;
  private volatile View view;
  private volatile long sequence;

  /** A reader and what counting needs of it; they live and die together. */
  record View(DirectoryReader reader, @Nullable SortedSetDocValuesReaderState facets) {
    static View of(DirectoryReader reader) throws IOException {
      boolean empty = reader.numDocs() == 0;
      return new View(
          reader,
          empty
              ? null
              : new DefaultSortedSetDocValuesReaderState(reader, FindingDocument.facetsConfig()));
    }
  }

  private LuceneFolder(FSDirectory directory, IndexWriter writer, View view, long sequence) {
    this.directory = directory;
    this.writer = writer;
    this.view = view;
    this.sequence = sequence;
  }

  /**
   * @throws IOException when it cannot be read, is damaged, or is of another form
   */
  static LuceneFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FSDirectory directory = FSDirectory.open(folder);
    try {
      IndexWriterConfig config = new IndexWriterConfig();
      config.setIndexSort(NEWEST_FIRST);
      config.setCommitOnClose(false);
      boolean fresh = !DirectoryReader.indexExists(directory);
      IndexWriter writer = new IndexWriter(directory, config);
      try {
        long sequence = fresh ? 0 : sequence(writer);
        DirectoryReader reader = DirectoryReader.open(writer);
        verify(reader);
        return new LuceneFolder(directory, writer, View.of(reader), sequence);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static long sequence(IndexWriter writer) throws IOException {
    String form = null;
    String reached = null;
    for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
      form = entry.getKey().equals(FORM_KEY) ? entry.getValue() : form;
      reached = entry.getKey().equals(SEQUENCE_KEY) ? entry.getValue() : reached;
    }
    if (!FORM.equals(form) || reached == null) {
      throw new IOException("the index was made by another version");
    }
    return Long.parseLong(reached);
  }

  long sequence() {
    return sequence;
  }

  void reached(long newest) {
    sequence = newest;
  }

  void put(Finding finding) throws IOException {
    writer.updateDocument(
        FindingDocument.keyTerm(finding.mention().id(), finding.school()),
        FindingDocument.of(finding));
  }

  void delete(long mention, String school) throws IOException {
    writer.deleteDocuments(FindingDocument.keyTerm(mention, school));
  }

  void commit() throws IOException {
    writer.setLiveCommitData(
        Map.of(FORM_KEY, FORM, SEQUENCE_KEY, Long.toString(sequence)).entrySet());
    writer.commit();
  }

  /** Lets searches see what was put since the last time. */
  void refresh() throws IOException {
    View old = view;
    DirectoryReader newer = DirectoryReader.openIfChanged(old.reader(), writer);
    if (newer != null) {
      view = View.of(newer);
      old.reader().decRef();
    }
  }

  /** The newest view, held open until {@link #release}. */
  View acquire() {
    while (true) {
      View current = view;
      if (current.reader().tryIncRef()) {
        return current;
      }
    }
  }

  static void release(View view) throws IOException {
    view.reader().decRef();
  }

  static IndexSearcher searcher(View view) {
    return new IndexSearcher(view.reader());
  }

  void verify() throws IOException {
    View current = acquire();
    try {
      verify(current.reader());
    } finally {
      release(current);
    }
  }

  private static void verify(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  void close() throws IOException {
    commit();
    view.reader().decRef();
    writer.close();
    directory.close();
  }

  /** Lets go without a commit, after something broke. */
  void abandon() {
    try {
      view.reader().decRef();
      writer.rollback();
      directory.close();
    } catch (IOException | RuntimeException e) {
      // it is broken already; what matters is that the folder is free
    }
  }

  /**
   * Moves the folder's content out of the way; the newest such copy is kept for whoever asks why.
   */
  static void putAside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    String name = folder.getFileName() + ".aside-";
    if (parent == null) {
      throw new IOException(folder + " has no parent folder");
    }
    try (Stream<Path> older = Files.list(parent)) {
      List<Path> asides =
          older
              .filter(path -> path.getFileName().toString().startsWith(name))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path aside : asides.subList(Math.min(KEPT_ASIDE - 1, asides.size()), asides.size())) {
        deleteAll(aside);
      }
    }
    Files.move(folder, parent.resolve(name + System.currentTimeMillis()));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
