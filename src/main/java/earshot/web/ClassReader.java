package earshot.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Reads what is annotated, each class once. Spring's choice on a JDK of 24 or newer stands in a
 * part of its jar that no AOT cache takes, and is slow while it is cold.
 */
final class ClassReader extends SimpleMetadataReaderFactory {
  private final Map<Resource, MetadataReader> known = new HashMap<>();

  @Override
  public MetadataReader getMetadataReader(Resource resource) throws IOException {
    MetadataReader reader = known.get(resource);
    if (reader == null) {
      reader = super.getMetadataReader(resource);
      known.put(resource, reader);
    }
    return reader;
  }
}
