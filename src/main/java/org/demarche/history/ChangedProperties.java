package org.demarche.history;

import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Tells what of a row has changed by comparing it with what was loaded. Hibernate 7.2 goes by the names of what was set instead, and misses some of them where one
 * class inherits from another: a changed time stayed in the table of items where the place in that of events changed with it.
 */
@ApplicationScoped
@PersistenceUnitExtension
class ChangedProperties implements Interceptor {
    @Override
    public int[] findDirty(Object row, Object id, Object[] present, Object[] loaded, String[] names, Type[] types) {
        return loaded == null ? null : IntStream.range(0, present.length).filter(index -> present[index] != loaded[index] && !types[index].isCollectionType()
                && (present[index] == null || loaded[index] == null || !types[index].isEqual(present[index], loaded[index]))).toArray();
    }
}
