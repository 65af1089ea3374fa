package org.demarche.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** {@code null} is JSON, but no record: no handler has to reckon with it. */
@Provider
class JsonBody implements ReaderInterceptor {

    static class Missing extends RuntimeException {
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && context.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new Missing();
        }
        return body;
    }
}
