import * as tf from '@tensorflow/tfjs'

export const classes = 10
export const features = 16

/** 500 points in ten well separated clouds: `x` is [500, 16], `y` one-hot rows [500, 10]. The same at each call. */
export function blobs() {
  return tf.tidy(() => {
    const labels = tf.range(0, 500, 1, 'int32').mod(tf.scalar(classes, 'int32')).toInt()
    const centres = tf.randomNormal([classes, features], 0, 2, 'float32', 1)
    const x = centres.gather(labels).add(tf.randomNormal([500, features], 0, 0.2, 'float32', 2))
    return { x, y: tf.oneHot(labels, classes).toFloat() }
  })
}
