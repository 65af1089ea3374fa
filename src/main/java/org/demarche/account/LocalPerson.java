package org.demarche.account;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import org.demarche.web.Role;

/**
 * Until accounts exist, whoever can reach this machine's loopback address is the person who started the server, under
 * the name that the operating system knows, with every role.
 */
@ApplicationScoped
class LocalPerson implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(System.getProperty("user.name")))
                .addRoles(Set.of(Role.READER, Role.ANALYST, Role.ADMINISTRATOR))
                .setAnonymous(false)
                .build());
    }
}
