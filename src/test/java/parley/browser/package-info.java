/** The pages in a real Chromium with fake camera and microphone, against the WAR in a real server. */
package parley.browser;
