/** Tests of the packaged application in a real browser. */
package io.outflow.browser;
