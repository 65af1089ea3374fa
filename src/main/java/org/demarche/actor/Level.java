package org.demarche.actor;

/** How high a post is, from the head of state or government or of an organisation down to a media outlet that speaks for it. */
public enum Level {
    HEAD, MINISTER, SENIOR, SPOKESPERSON, MISSION, MEDIA
}
