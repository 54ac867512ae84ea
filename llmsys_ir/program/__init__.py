"""The bridge from xDSL programs to the plain values that sharding and planning work on."""
