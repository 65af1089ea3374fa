package org.demarche.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.CharConversionException;
import java.io.IOException;

/** Ends what is no record before a handler has to reckon with it: {@code null}, and bytes that are no text at all. */
@Provider
class JsonBody implements ReaderInterceptor {

    static class Missing extends RuntimeException {
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body;
        try {
            body = context.proceed();
        } catch (CharConversionException e) {
            throw new BadRequestException(e);
        }
        if (body == null && context.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new Missing();
        }
        return body;
    }
}
